import { InspectorTheme } from '../inspector/InspectorTheme';
import { SubjectForm } from './SubjectForm';
import { TestResult } from './TestResult';
import { useTrying } from './TryingContext';
import { useTry } from './useTry';

/** Tests what is drawn with an incident, and says what it would do. */
export const TryingPanel = () => {
  const test = useTry();
  const result = useTrying(state => state.result);
  return (
    <InspectorTheme>
      <SubjectForm test={test} />
      {result && (
        <TestResult
          result={result}
          onAgain={() => !test.isPending && test.mutate()}
        />
      )}
    </InspectorTheme>
  );
};
