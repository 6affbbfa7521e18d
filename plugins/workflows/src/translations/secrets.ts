/** Texts of a workflow's secrets. */
export const secretsMessages = {
  label: 'Secrets',
  help: 'Credentials for this workflow’s steps. A value is kept encrypted, goes only to the hosts that are named, and is never shown again.',
  add: 'Add a secret…',
  list: 'Secrets of this workflow',
  empty:
    'No secrets yet. A step that calls a service which asks for a token or a password names one here.',
  readOnly: 'Only members of the team that owns the workflow may change them.',
  card: {
    hosts: 'May go to',
    used: 'Last used',
    never: 'Never used since it was set',
    set: 'Set',
    by: 'by',
    steps: 'Named by',
    noStep: 'No step of this version',
    missing: 'Not set yet: the workflow cannot be published without it.',
    replace: 'Replace {{name}}…',
    replaceShort: 'Replace…',
    setIt: 'Set {{name}}…',
    setShort: 'Set…',
    delete: 'Delete {{name}}…',
    deleteShort: 'Delete…',
  },
  dialog: {
    add: 'Add a secret',
    replace: 'Replace {{name}}',
    replaceText: 'The next request already carries the new value.',
    name: 'Name',
    nameHelp: 'Upper-case letters, digits and _, for example CHAT_TOKEN',
    value: 'Value',
    valueHelp:
      'The token or password, exactly as the service takes it. It is never shown again.',
    hosts: 'Hosts that it may go to',
    hostsHelp:
      'One or more, for example api.example.com. With a port where it is not the scheme’s own, and for plain http always.',
    taken: 'this name is taken; replace that secret instead',
    save: 'Save',
    cancel: 'Cancel',
    failed: 'It could not be saved',
    saved: '{{name}} is saved',
  },
  delete: {
    title: 'Delete {{name}}?',
    unused: 'No step of this version names it. It cannot be brought back.',
    used: 'These steps name it and will fail from now on, in runs that wait as well: {{steps}}. It cannot be brought back.',
    published:
      'The version that is published may name it as well, though the one that you see does not.',
    confirm: 'Delete',
    cancel: 'Keep it',
    done: '{{name}} is deleted',
  },
} as const;
