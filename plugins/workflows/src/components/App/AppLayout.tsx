import {
  Content,
  Header,
  HeaderTabs,
  Link,
  Page,
  Progress,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useDeliveryCounts } from '../../hooks/useDeliveries';
import {
  deliveriesRouteRef,
  executionsRouteRef,
  incidentsRouteRef,
  rootRouteRef,
} from '../../routes';
import { useTexts } from '../../texts';
import { KillSwitchBanner } from '../KillSwitch/KillSwitchBanner';

const useStyles = makeStyles(theme => ({
  banner: { marginBottom: theme.spacing(3) },
}));

/** Header and tabs around the lists and their detail pages. */
export const AppLayout = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { pathname } = useLocation();
  const deliveriesPath = useRouteRef(deliveriesRouteRef)();
  const deliveryCounts = useDeliveryCounts();
  const tabs = [
    {
      id: 'workflows',
      label: t('workflows.tabs.workflows'),
      to: useRouteRef(rootRouteRef)(),
    },
    {
      id: 'executions',
      label: t('workflows.tabs.executions'),
      to: useRouteRef(executionsRouteRef)(),
    },
    {
      id: 'incidents',
      label: t('workflows.tabs.incidents'),
      to: useRouteRef(incidentsRouteRef)(),
    },
    // Only for those who are told the count: admins.
    ...(deliveryCounts
      ? [
          {
            id: 'deliveries',
            label: deliveryCounts.failed
              ? t('intake.deliveries.tabFailed', {
                  total: String(deliveryCounts.failed),
                })
              : t('intake.deliveries.tab'),
            to: deliveriesPath,
          },
        ]
      : []),
  ];
  const selected = tabs.findIndex(
    (tab, index) => index > 0 && pathname.startsWith(tab.to),
  );
  return (
    <Page themeId="tool">
      <Header
        title={t('workflows.title')}
        subtitle={t('workflows.subtitle')}
        pageTitleOverride={t('workflows.title')}
      />
      <HeaderTabs
        selectedIndex={Math.max(selected, 0)}
        tabs={tabs.map(({ id, label, to }) => ({
          id,
          label,
          tabProps: { component: Link, to },
        }))}
      />
      <Content>
        <KillSwitchBanner className={classes.banner} />
        <Suspense fallback={<Progress />}>
          <Outlet />
        </Suspense>
      </Content>
    </Page>
  );
};
