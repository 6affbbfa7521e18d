import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { REGION } from '../keyboard/regions';
import { useProblems } from '../context/ProblemsContext';
import { ProblemsList } from './ProblemsList';

const useStyles = makeStyles(theme => ({
  root: {
    borderTop: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  summary: { justifyContent: 'flex-start', textTransform: 'none' },
  list: { maxHeight: 144, overflowY: 'auto' },
}));

/** What is wrong, always in sight as numbers, and as a list on demand. */
export const ProblemsPanel = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(true);
  const problems = useProblems();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const summary = [
    errors > 0 && t('builder.problems.errors', { count: errors }),
    warnings > 0 && t('builder.problems.warnings', { count: warnings }),
  ].filter(Boolean);
  return (
    <section
      className={classes.root}
      aria-label={t('builder.problems.title')}
      {...{ [REGION]: 'problems' }}
    >
      <Button
        fullWidth
        size="small"
        className={classes.summary}
        disabled={problems.length === 0}
        aria-expanded={isOpen && problems.length > 0}
        title={t(isOpen ? 'builder.problems.hide' : 'builder.problems.show')}
        startIcon={isOpen ? <ExpandMoreIcon /> : <ExpandLessIcon />}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span role="status">
          {summary.join(', ') || t('builder.problems.none')}
        </span>
      </Button>
      <Collapse in={isOpen && problems.length > 0}>
        <div className={classes.list}>
          <ProblemsList problems={problems} />
        </div>
      </Collapse>
    </section>
  );
};
