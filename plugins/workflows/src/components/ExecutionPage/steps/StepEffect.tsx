import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import NotInterestedIcon from '@material-ui/icons/NotInterested';
import SendIcon from '@material-ui/icons/Send';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type {
  EffectState,
  ExecutionStep,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { CopyButton } from '../../CopyButton/CopyButton';
import { StatusChip } from '../../StatusChip/StatusChip';
import type { Tone } from '../../StatusChip/tones';

const LOOK: Record<EffectState, { tone: Tone; icon: typeof SvgIcon }> = {
  sent: { tone: 'info', icon: SendIcon },
  confirmed: { tone: 'ok', icon: CheckIcon },
  found: { tone: 'ok', icon: FindInPageIcon },
  in_doubt: { tone: 'warning', icon: HelpOutlineIcon },
  none: { tone: 'neutral', icon: NotInterestedIcon },
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    fontSize: theme.typography.pxToRem(13),
    lineHeight: 1.5,
  },
  key: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(12),
  },
}));

/** What is known of a step's effect on the world, and the key that names it there. */
export function StepEffect(props: { step: ExecutionStep }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { effectState, effectKey } = props.step;
  return (
    <>
      {effectState && (
        <div className={classes.root}>
          {t('history.step.effect.title')}
          <StatusChip
            {...LOOK[effectState]}
            label={t(`history.step.effect.${effectState}`)}
          />
          {t(`history.step.effectMeaning.${effectState}`)}
        </div>
      )}
      {effectKey && (
        <div className={classes.key}>
          {t('history.step.effectKey')}
          <code>{effectKey}</code>
          <CopyButton
            text={effectKey}
            label={t('history.step.copyEffectKey')}
          />
        </div>
      )}
    </>
  );
}
