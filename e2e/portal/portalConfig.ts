/** What differs from `app-config.yaml`; JSON is YAML. */
export function portalConfig(options: {
  port: number;
  backendPort: number;
  directory: string;
}): string {
  const { port, backendPort, directory } = options;
  const url = `http://localhost:${port}`;
  return JSON.stringify({
    app: { baseUrl: url },
    backend: {
      baseUrl: `http://localhost:${backendPort}`,
      listen: `:${backendPort}`,
      cors: { origin: url },
      database: { connection: { directory } },
    },
    workflows: { egress: { allow: [`localhost:${backendPort}`] } },
  });
}
