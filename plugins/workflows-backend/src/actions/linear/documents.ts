/*
 * The GraphQL documents that are sent to Linear. Few fields, so that a change of
 * Linear's schema touches as little as possible; a test runs each of them against
 * that schema.
 */

const ISSUE = 'id identifier title url state { name }';
const COMMENT = 'id url issue { identifier url }';

/** By operation: what makes the thing, and what finds it by the id that we chose. */
export const DOCUMENTS = {
  createIssue: {
    create: `mutation WorkflowsIssueCreate($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${ISSUE} } } }`,
    find: `query WorkflowsIssue($id: String!) { issue(id: $id) { ${ISSUE} } }`,
  },
  comment: {
    create: `mutation WorkflowsCommentCreate($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { ${COMMENT} } } }`,
    find: `query WorkflowsComment($id: String!) { comment(id: $id) { ${COMMENT} } }`,
  },
};
