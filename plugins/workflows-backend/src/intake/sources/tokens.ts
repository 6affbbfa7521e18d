export { readTokens } from 'backstage-plugin-workflows-node';
