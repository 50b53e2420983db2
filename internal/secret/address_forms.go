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
	// Teams
	{needs: []string{"webhook.office.com"}, pattern: lazy(`(?i)webhook\.office\.com/webhookb2/([^\s"'<>?]+)`)},
}
