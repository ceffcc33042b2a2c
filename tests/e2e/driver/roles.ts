/** The elements that have a role by their nature (HTML Accessibility API Mappings), as a selector. */
const NATIVE: Record<string, string> = {
	article: "article",
	button: "button, summary, input:is([type=button], [type=submit], [type=reset])",
	checkbox: "input[type=checkbox]",
	combobox: "select, input[list]",
	dialog: "dialog",
	form: "form",
	group: "fieldset, details, optgroup",
	heading: "h1, h2, h3, h4, h5, h6",
	img: "img, svg",
	link: "a[href], area[href]",
	list: "ul, ol, menu",
	listbox: "select",
	listitem: "li",
	main: "main",
	navigation: "nav",
	option: "option",
	progressbar: "progress",
	radio: "input[type=radio]",
	region: "section",
	search: "search",
	searchbox: "input[type=search]",
	slider: "input[type=range]",
	spinbutton: "input[type=number]",
	status: "output",
	textbox: "input:is(:not([type]), [type=text], [type=url], [type=email]), textarea",
	time: "time",
};

/** Roles that hold much, and take no name from what they hold (WAI-ARIA 1.2, section 5.2.8.6). */
export const CONTAINERS: readonly string[] = [
	"alert",
	"article",
	"dialog",
	"form",
	"group",
	"list",
	"listitem",
	"main",
	"navigation",
	"radiogroup",
	"region",
	"search",
	"status",
	"tablist",
	"tabpanel",
];

/** A selector for whatever may have this role, by its nature or because it says so. */
export const candidatesFor = (role: string): string =>
	[NATIVE[role], `[role~="${role}"]`].filter((selector) => selector !== undefined).join(", ");
