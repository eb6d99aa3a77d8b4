import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';
import type { TracingSettings } from './running-settings.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** Where traces go. A span that begins inside another one belongs to it. */
export type Tracing = {
  /** A request's span, from its first moment on; `remote` is what its caller named as the span around it. */
  readonly enter: (remote: string | undefined, work: () => void) => Span;
  /** @returns what the work returns; where it throws, the span says so */
  readonly follow: <T>(name: string, attributes: Attributes, work: (span: Span) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** The W3C's traceparent: version, trace, span, and whether the caller keeps it. */
const traceparent = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/;

/** OpenTelemetry's own packages, which only somebody who wants traces waits for and keeps in memory. */
const loadPackages = async () => {
  const [api, base, otlp, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  return { ...api, ...base, ...otlp, ...resources };
};

/** Sends traces by OTLP over HTTP. A receiver that is away costs nothing but its traces. */
export const createTracing = async ({ endpoint, name }: TracingSettings, version: string): Promise<Tracing> => {
  const packages = await loadPackages();
  const { BatchSpanProcessor, OTLPTraceExporter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = packages;
  const provider = new packages.BasicTracerProvider({
    resource: packages.resourceFromAttributes({ 'service.name': name, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }))],
  });
  const tracer = provider.getTracer('fbs-performance', version);
  const inside = new AsyncLocalStorage<Span>();

  const remoteContext = (text: string | undefined) => {
    const [, traceId, spanId, flags = '00'] = traceparent.exec(text ?? '') ?? [];
    if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
    const traceFlags = Number.parseInt(flags, 16);
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
  };

  return {
    enter: (remote, work) => {
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, remoteContext(remote));
      inside.run(span, work);
      return span;
    },
    follow: async (spanName, attributes, work) => {
      const around = inside.getStore();
      const context = around === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, around);
      const span = tracer.startSpan(spanName, { attributes }, context);
      try {
        return await inside.run(span, () => work(span));
      } catch (error) {
        // its kind alone: a message may hold what somebody wrote
        span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
};
