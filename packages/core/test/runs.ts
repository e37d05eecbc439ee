/** How often a property is tried: as given, or `ARDIYA_RUNS` times for a long night. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env['ARDIYA_RUNS'] ?? usual)
})
