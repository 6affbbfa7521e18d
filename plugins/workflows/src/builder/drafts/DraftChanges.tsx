import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { useTexts } from '../../texts';
import { isLayout } from '../conflict/model/Difference';
import { diffDocuments } from '../conflict/model/diffDocuments';
import { useDifferenceText } from '../conflict/useDifferenceText';
import type { Draft } from './Draft';

const useStyles = makeStyles(theme => ({
  // Not every part of a dialog has the theme's font by itself.
  root: {
    marginTop: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(3),
    fontSize: 14,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
}));

/** What a draft holds that was not saved, on demand. */
export const DraftChanges = ({ draft }: { draft: Draft }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { document } = draft;
  const base = draft.base.document;
  const changes = useMemo(
    () =>
      diffDocuments(base, document, base).filter(change => !isLayout(change)),
    [base, document],
  );
  const text = useDifferenceText(
    useMemo(() => [document, base], [document, base]),
  );
  return changes.length === 0 ? null : (
    <div className={classes.root}>
      <Disclosure
        title={t('saving.draft.changes', { count: changes.length })}
        defaultOpen={changes.length <= 5}
      >
        <ul className={classes.list}>
          {changes.map(change => (
            <li key={change.key}>
              {text.where(change)}: {text.value(change, 'mine')}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
};
