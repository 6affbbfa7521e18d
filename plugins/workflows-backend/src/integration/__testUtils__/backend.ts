/*
 * A backend with what the plugin needs and nothing else, run as a process of
 * its own so that a test can kill it.
 */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('../../index'));
backend.start();
