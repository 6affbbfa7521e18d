import Button from '@material-ui/core/Button';
import { useTexts } from '../../texts';
import { useUiStore } from '../context/UiContext';
import { Hint } from '../toolbar/Hint';

/**
 * Opens the panel of tests and puts the focus into it; not on its button, which
 * Material UI 4 draws in two goes and which fails when focused in between.
 */
export const TryButton = () => {
  const { t } = useTexts();
  const ui = useUiStore();
  return (
    <Hint title={t('trying.nothingSent')}>
      <Button
        data-testid="try-workflow"
        onClick={() => {
          ui.openPanel('trying');
          requestAnimationFrame(() =>
            document
              .querySelector<HTMLElement>('#workflow-panel-trying')
              ?.focus(),
          );
        }}
      >
        {t('trying.button')}
      </Button>
    </Hint>
  );
};
