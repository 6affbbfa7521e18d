import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ComponentProps, ReactNode } from 'react';
import type { usePagedQuery } from '../../hooks/usePagedQuery';
import { useTexts } from '../../texts';
import { FilterBar } from '../Filters/FilterBar';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    columnGap: theme.spacing(2),
  },
}));

/** A page's list below its filters. Without rows it says whether the filters are why. */
export function FilteredList<T>(props: {
  list: ReturnType<typeof usePagedQuery<T>>;
  /** The name of the filters, for a screen reader. */
  label: string;
  filters: ReactNode;
  isFiltered: boolean;
  onClear: () => void;
  /** What can be done on the page, beside the filters. */
  action?: ReactNode;
  empty: ComponentProps<typeof EmptyNotice>;
  noMatch: Omit<ComponentProps<typeof EmptyNotice>, 'action'>;
  children: (items: T[]) => ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const clearFilters = (
    <Button variant="outlined" onClick={props.onClear}>
      {t('history.list.clearFilters')}
    </Button>
  );
  return (
    <>
      <div className={classes.bar}>
        <FilterBar label={props.label}>{props.filters}</FilterBar>
        {props.action}
      </div>
      <PagedList
        list={props.list}
        empty={
          props.isFiltered ? (
            <EmptyNotice {...props.noMatch} action={clearFilters} />
          ) : (
            <EmptyNotice {...props.empty} />
          )
        }
      >
        {props.children}
      </PagedList>
    </>
  );
}
