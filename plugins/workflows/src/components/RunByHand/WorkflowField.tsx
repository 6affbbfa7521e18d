import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { SearchField } from './SearchField';

/** A workflow, picked by its name. */
export function WorkflowField(props: {
  id: string;
  label: string;
  value: WorkflowSummary | undefined;
  onPick: (workflow: WorkflowSummary | undefined) => void;
}) {
  const [search, setSearch] = useState('');
  const list = useWorkflowsQuery(search ? { search } : {});
  return (
    <SearchField
      {...props}
      list={list}
      nameOf={({ name }) => name}
      onSearch={setSearch}
    />
  );
}
