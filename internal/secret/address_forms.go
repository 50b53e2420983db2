package secret

// addressForms are addresses that are a secret, or hold one that no name tells.
var addressForms = []form{
	// jdbc:oracle:thin:x/secret@db
	{needs: []string{"jdbc:oracle"}, pattern: lazy(`(?i)jdbc:oracle:[a-z0-9]+:([^\s@/"']+/[^\s@"']+)@`)},
	// Slack
	{needs: []string{"hooks.slack"}, pattern: lazy(`(?i)hooks\.slack[a-z-]*\.com/(?:services|workflows|triggers)/([^\s"'<>?]+)`)},
	// Discord
	{needs: []string{"/webhooks/"}, pattern: lazy(`(?i)discord(?:app)?\.com/api/(?:v[0-9]+/)?webhooks/([^\s"'<>?]+)`)},
	// Feishu
	{needs: []string{"/open-apis/bot/"}, pattern: lazy(`(?i)/open-apis/bot/(?:v[0-9]+/)?hook/([^\s"'<>?]+)`)},
	// Telegram
	{needs: []string{"/bot"}, pattern: lazy(`/bot([0-9]{5,}:[A-Za-z0-9_-]{20,})`)},
	// Zapier, IFTTT, PagerDuty, Bark, Mattermost, Healthchecks
	{needs: []string{"hooks.zapier.com"}, pattern: lazy(`(?i)hooks\.zapier\.com/hooks/catch/([^\s"'<>?]+)`)},
	{needs: []string{"maker.ifttt.com"}, pattern: lazy(`(?i)maker\.ifttt\.com/[^\s"'<>]*?with/key/([^\s"'<>?/]+)`)},
	{needs: []string{"events.pagerduty.com"}, pattern: lazy(`(?i)events\.pagerduty\.com/integration/([^\s"'<>?/]+)`)},
	{needs: []string{"api.day.app"}, pattern: lazy(`(?i)api\.day\.app/([A-Za-z0-9]{16,})`)},
	{needs: []string{"/hooks/"}, pattern: lazy(`(?i)/hooks/([a-z0-9]{26})\b`)},
	{needs: []string{"hc-ping.com"}, pattern: lazy(`(?i)hc-ping\.com/([^\s"'<>?/]+)`)},
	// Alibaba Cloud's tracing
	{needs: []string{"/adapt_"}, pattern: lazy(`/adapt_([^\s"'<>?/]+)`)},
	// any hook, with a random segment
	{needs: []string{"://"}, words: []string{"hook", "webhook", "/bot", "push", "notify", "alert", "trigger", "integration", "callback"},
		pattern: lazy(`://[^\s"'<>?]*/([A-Za-z0-9_-]{20,})`), keep: func(segment string) bool { return isShaped("", segment) }},
	// ?u=x&p=secret
	{needs: []string{"p="}, words: []string{"u=", "user=", "username="}, pattern: lazy(`(?i)[?&](?:[^\s"']*&)??(?:u|user|username)=[^\s"'&]*(?:&[^\s"'&]*)*?&p=([^\s"'&<>]+)`), keep: isNotReference},
	// zookeeper's digest=x:secret
	{needs: []string{"digest="}, pattern: lazy(`(?i)\bdigest=[^\s"'&:=]+:([^\s"'&]+)`), keep: isNotReference},
	// maps: ?key=ABCDE-FGHIJ
	{needs: []string{"key="}, pattern: lazy(`[?&]key=([A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,})`)},
	{needs: []string{"appid="}, pattern: lazy(`[?&]appid=([0-9a-f]{32})\b`)},
	// Teams
	{needs: []string{"webhook.office.com"}, pattern: lazy(`(?i)webhook\.office\.com/webhookb2/([^\s"'<>?]+)`)},
}
