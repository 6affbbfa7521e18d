import { isResourcePermission } from '@backstage/plugin-permission-common';
import { workflowsPermissions } from './permissions';

const CREATING = ['incident.create', 'workflow.create'];

it('have names of their own, grouped by what they are about', () => {
  const names = workflowsPermissions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^(workflow|execution|incident)(\.[a-z]+){1,2}$/);
  }
});

it('are about a resource of their name, except creating one', () => {
  for (const permission of workflowsPermissions) {
    const [subject] = permission.name.split('.');
    expect(
      isResourcePermission(permission) ? permission.resourceType : undefined,
    ).toBe(
      CREATING.includes(permission.name)
        ? undefined
        : {
            workflow: 'workflow',
            execution: 'workflow-execution',
            incident: 'incident',
          }[subject],
    );
  }
});

it('say by their action whether they only read', () => {
  for (const { name, attributes } of workflowsPermissions) {
    expect(attributes.action === 'read').toBe(name.endsWith('.read'));
  }
});
