import Typography from '@material-ui/core/Typography';
import type { ExecutionStep } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { Explanation } from './Explanation';

/** Which way a condition took, and why. */
export function BranchTaken(props: { step: ExecutionStep }) {
  const { t } = useTexts();
  const { branch, explanation } = props.step;
  return (
    <>
      {branch && (
        <Typography variant="body2">
          <strong>{t(`history.step.branch.${branch}`)}</strong>
        </Typography>
      )}
      {explanation && <Explanation condition={explanation} />}
    </>
  );
}
