/** Words of five scripts, what stands between two of them, and what ends a sentence. */
export const SCRIPTS = {
	latin: {
		between: " ",
		stop: ". ",
		words:
			"harbour council votes bridge winter café ferry library market storm museum São tram river school night lighthouse Zürich garden reopens after delay over plan for new record among first since early vote".split(
				" ",
			),
	},
	cyrillic: {
		between: " ",
		stop: ". ",
		words:
			"совет города мост зима ёлка паром библиотека рынок буря музей река школа ночь маяк сад открыт после нового плана впервые рекорд поезд берег остров решение".split(
				" ",
			),
	},
	arabic: {
		between: " ",
		stop: ". ",
		words:
			"المدينة مجلس جسر شتاء مكتبة سوق عاصفة متحف نهر مدرسة ليل منارة حديقة قطار شاطئ جزيرة قرار خطة جديدة بعد أول مرة إعلان كتاب".split(
				" ",
			),
	},
	cjk: {
		between: "",
		stop: "。",
		words:
			"東京 図書館 開館 新しい 港 議会 橋 冬 市場 嵐 博物館 電車 川 学校 夜 灯台 庭園 計画 記録 島 海岸 北京 天气 城市 서울 도서관 시장".split(
				" ",
			),
	},
	devanagari: {
		between: " ",
		stop: "। ",
		words:
			"नगर परिषद पुल सर्दी पुस्तकालय बाज़ार तूफ़ान संग्रहालय नदी विद्यालय रात दीपस्तंभ उद्यान रेल तट द्वीप निर्णय योजना नया पहली बार किताब".split(
				" ",
			),
	},
};
