package secret

// commandPositions are commands that tell a secret by where an argument stands. A new
// one is a row, and a text in the tests.
var commandPositions = []form{
	// htpasswd -bc file x secret
	{needs: []string{"htpasswd"}, pattern: lazy(`\bhtpasswd\s+-[a-zA-Z0-9]*b[a-zA-Z0-9]*\s+(?:-\S+\s+)*[^\s]+\s+\S+\s+(\S+)`), keep: isNotReference},
	// htpasswd -nb x secret
	{needs: []string{"htpasswd"}, pattern: lazy(`\bhtpasswd\s+-[a-zA-Z0-9]*(?:nb|bn)[a-zA-Z0-9]*\s+(?:-\S+\s+)*\S+\s+(\S+)`), keep: isNotReference},
	// rabbitmqctl add_user x secret
	{needs: []string{"rabbitmqctl"}, pattern: lazy(`\brabbitmqctl\s(?:[^\n;|]*?\s)??(?:add_user|change_password|authenticate_user)\s+\S+\s+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// etcdctl user add x:secret
	{needs: []string{"etcdctl"}, pattern: lazy(`\betcdctl\b[^\n;|]*?\buser\s+(?:add|passwd)\s+(\S+:\S+)`), keep: isNotUserID},
	// mc alias set m url id secret
	{needs: []string{"mc "}, pattern: lazy(`\bmc\s+(?:alias\s+set|config\s+host\s+add)\s+\S+\s+\S+\s+\S+\s+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// rclone config create r s3 secret_access_key secret
	{needs: []string{"rclone"}, pattern: lazy(`\brclone\s+config\s[^\n;|]*?\b[a-z_]*(?:secret|pass|token|key)[a-z_]*[\s=]+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// npm config set //r/:_authToken secret
	{needs: []string{"set "}, pattern: lazy(`(?i)\b(?:npm|yarn|pnpm)\s+(?:config\s+)?set\s+\S*(?:token|_auth|password)[^\s=]*[\s=]+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// poetry config pypi-token.x secret, composer config http-basic.x user secret, git config x.token secret
	{needs: []string{" config "}, pattern: lazy(`(?i)\b(?:poetry|composer|git|bundle|pip)\s+config\s+(?:-\S+\s+|set\s+)*(?:http-basic\.\S+\s+\S+|[^\s=]*(?:token|oauth|password|secret)[^\s=]*)\s+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// kubectl create secret generic x --from-literal=name=secret
	{needs: []string{"--from-literal"}, pattern: lazy(`--from-literal[= ]["']?[^=\s"']+=(` + quotedText + `|[^\s"']+)`), keep: isNotQuotedReference},
	// vault kv put secret/x name=secret
	{needs: []string{"vault kv"}, pattern: lazy(`\bvault\s+kv\s+(?:put|patch)\s+(?:-\S+\s+)*\S+\s+["']?[A-Za-z_.-]+=([^\s"'@]+)`), keep: isNotReference},
	// az keyvault secret set --name x --value secret
	{needs: []string{"--value"}, pattern: lazy(`(?i)\b(?:keyvault\s+secret\s+set|ssm\s+put-parameter|gh\s+secret\s+set)\s[^\n;|]*?--(?:value|body)[= ](` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// net use \\h\s /user:x secret
	{needs: []string{"net use"}, pattern: lazy(`(?i)\bnet\s+use\s[^\n]*?/user:\S+\s+([^\s/]\S*)`)},
	// isql dsn user secret
	{needs: []string{"isql"}, pattern: lazy(`\bisql\s+(?:-[a-z]\s+)*[A-Za-z]\w*\s+\w+\s+([^\s-]\S*)`), keep: isNotReference},
	// wpa_passphrase ssid secret
	{needs: []string{"wpa_passphrase"}, pattern: lazy(`\bwpa_passphrase\s+(?:"[^"]*"|'[^']*'|\S+)\s+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// pdftk x input_pw secret
	{needs: []string{"_pw"}, pattern: lazy(`\b(?:input|user|owner)_pw\s+(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// openssl passwd -6 secret
	{needs: []string{"openssl passwd"}, pattern: lazy(`\bopenssl\s+passwd\s+(?:-\S+\s+)*(` + quotedText + `|[^\s-]\S*)`), keep: isNotQuotedReference},
	// net user x secret
	{needs: []string{"net user"}, pattern: lazy(`(?i)\bnet\s+user\s+\S+\s+([^\s/]\S*)`)},
}
