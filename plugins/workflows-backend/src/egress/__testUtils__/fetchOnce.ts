/*
 * One request through the door in a process of its own, since what decides about
 * certificates is read when a process starts. Prints the status or the error.
 */
import { ConfigReader } from '@backstage/config';
import { EgressGateway } from '../EgressGateway';
import { readEgressConfig } from '../readEgressConfig';

const { url, config } = JSON.parse(process.argv[2]);

EgressGateway.create({
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  config: readEgressConfig(new ConfigReader({ workflows: { egress: config } })),
})
  .for({ workflowId: 'w1', secrets: { resolve: async () => 'secret' } })
  .fetch(
    { method: 'GET', url, headers: { 'X-Key': { secret: 'KEY' } } },
    { signal: AbortSignal.timeout(20_000) },
  )
  .then(
    ({ status }) => ({ status }),
    ({ code, message }) => ({ code, message }),
  )
  .then(outcome => process.stdout.write(JSON.stringify(outcome)));
