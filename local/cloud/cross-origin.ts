import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';

export const CorsConfiguration = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});

/** The headers a browser of another origin needs to see; none if the origin is not allowed. */
export function corsHeaders(
  cors: z.infer<typeof CorsConfiguration>,
  { origin }: IncomingHttpHeaders,
  preflight: boolean,
): Record<string, string> {
  const any = cors.AllowOrigins.includes('*');
  if (!origin || !(any || cors.AllowOrigins.includes(origin))) return {};
  const headers: Record<string, string> = { 'access-control-allow-origin': any ? '*' : origin };
  if (cors.AllowCredentials) headers['access-control-allow-credentials'] = 'true';
  if (cors.ExposeHeaders.length > 0) headers['access-control-expose-headers'] = cors.ExposeHeaders.join(',');
  if (!preflight) return headers;
  if (cors.AllowMethods.length > 0) headers['access-control-allow-methods'] = cors.AllowMethods.join(',');
  if (cors.AllowHeaders.length > 0) headers['access-control-allow-headers'] = cors.AllowHeaders.join(',');
  if (cors.MaxAge !== undefined) headers['access-control-max-age'] = String(cors.MaxAge);
  return headers;
}
