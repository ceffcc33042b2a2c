/** Hours from UTC of the zone names that feeds use; RFC 822 (section 5.1) first, its own letters included. */
const HOURS: Record<string, number> = {
	...{ ut: 0, gmt: 0, utc: 0, z: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
	...{ a: -1, b: -2, c: -3, d: -4, e: -5, f: -6, g: -7, h: -8, i: -9, k: -10, l: -11, m: -12 },
	...{ n: 1, o: 2, p: 3, q: 4, r: 5, s: 6, t: 7, u: 8, v: 9, w: 10, x: 11, y: 12 },
	...{ et: -5, ct: -6, mt: -7, pt: -8, at: -4, ast: -4, adt: -3, nst: -3.5, ndt: -2.5 },
	...{ akst: -9, akdt: -8, hst: -10, hast: -10, brt: -3, art: -3, clt: -4, clst: -3 },
	...{
		wet: 0,
		west: 1,
		bst: 1,
		cet: 1,
		cest: 2,
		met: 1,
		mez: 1,
		mest: 2,
		mesz: 2,
		eet: 2,
		eest: 3,
		msk: 3,
		trt: 3,
	},
	...{ wat: 1, cat: 2, sast: 2, eat: 3, irst: 3.5, gst: 4, pkt: 5, ist: 5.5, npt: 5.75, ict: 7, wib: 7 },
	...{ hkt: 8, sgt: 8, pht: 8, myt: 8, awst: 8, jst: 9, kst: 9, acst: 9.5, acdt: 10.5, aest: 10, aedt: 11 },
	...{ nzst: 12, nzdt: 13 },
};

const OFFSET = /^[\s(]*(?:(?:etc\/)?(?:gmt|utc|ut|z))?\s*([+\-−])\s?(\d{1,2}):?(\d{2})?(?!\d)/;
const NAME = /^[\s(]*(?:etc\/)?([a-z]{1,5})(?![a-z])/;

/**
 * Reads the zone that stands after a time, as minutes east of UTC: an offset, or a name. Undefined where there
 * is none that is known. Expects lower case.
 */
export function readZone(text: string): number | undefined {
	const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
	if (sign && hours) return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0));
	const name = NAME.exec(text)?.[1];
	const known = name !== undefined && Object.hasOwn(HOURS, name) ? HOURS[name] : undefined;
	return known === undefined ? undefined : known * 60;
}
