import type { ReactNode } from 'react';
import type { usePagedQuery } from '../../hooks/usePagedQuery';
import { Section } from '../Facts/Section';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';
import { ViewAll } from './ViewAll';

/** A section of the entity's page: some of a list, and the way to all of it. */
export function EntityList<T>(props: {
  title: string;
  allPath: string;
  list: ReturnType<typeof usePagedQuery<T>>;
  firstPageOnly?: boolean;
  empty: { title: string; description: string };
  children: (items: T[]) => ReactNode;
}) {
  const { title, allPath, list, firstPageOnly, empty, children } = props;
  return (
    <Section title={title} action={<ViewAll to={allPath} of={title} />}>
      <PagedList
        list={list}
        firstPageOnly={firstPageOnly}
        loadingRows={2}
        empty={<EmptyNotice {...empty} />}
      >
        {children}
      </PagedList>
    </Section>
  );
}
