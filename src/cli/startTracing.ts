/** Sends spans to this OTLP endpoint; gives the function that sends what is left and stops. The SDK is loaded only here. */
export async function startTracing(endpoint: string): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'pacta' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  // With the context kept across asynchronous calls, and W3C trace context from and to others.
  provider.register()
  return () => provider.shutdown()
}
