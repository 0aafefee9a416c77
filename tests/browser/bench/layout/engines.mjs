// Who is measured.

/** Our engine compiled to run fast, and as the page is compiled, which is what people get. */
export const OURS = "ours-speed", OURS_IN_PAGE = "ours-page";

/** dot with straight pieces: the drawing to beat. */
export const DOT = "dot-polyline";

/** The shared runner's names for those fast enough to be asked at any size. */
export const FAST = [DOT, "dot-nslimit"];

/** The others; up to 1,000 cards, elk and d3-dag in their fastest and at small sizes in their best form. */
export const SLOW = ["dagre", "elk-polyline", "d3dag-fast"];
export const CAREFUL = ["elk-ns", "d3dag"];
