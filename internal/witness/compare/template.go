package main

import (
	"fmt"
	"strings"
)

// file returns the i-th template of a fleet, in the normal form, without findings.
// Of a hundred templates of a fleet that is wrong one is.
func file(i int, wrong bool) string {
	var b strings.Builder
	minute, hour := i%60, i/60%24
	cpu, memory := 500<<(i%3), 1024<<(i%3)
	if wrong && i%100 == 7 {
		memory = 3000
	}
	fmt.Fprintf(&b, head, i, i, i%7, i%23, i, i)
	for j := range 6 + i%7 {
		fmt.Fprintf(&b, "  - name: SETTING_%d\n    value: %s-%d\n", j, words[(i+j)%len(words)], (i*31+j)%1000)
	}
	fmt.Fprintf(&b, tail, cpu, memory, minute, hour, 600+i%50*60, i%90, i)
	return b.String()
}

var words = []string{"fast", "hourly", "region", "orders", "batch", "INFO", "/data/in", "settle", "zh_CN", "us-east"}

const head = `AppName: job-%05d
AppId: "%08d-d1cd-4928-8642-7d5cfe69000a"
NamespaceId: cn-beijing:prod
RegionId: cn-beijing
AppDescription: Settlement of shop %d, owner team-%d
ProgrammingLanguage: java
PackageType: Image
ImageUrl: registry-vpc.cn-beijing.aliyuncs.com/settle/job-%d:1.14.%d
AcrInstanceId: cri-examp1e000000001
Command: /bin/sh
CommandArgs:
  - "-c"
  - exec java -jar /app/job.jar --job=settle --date=${JOB_DATE}
Envs:
`

const tail = `PreStop:
  exec:
    command:
      - sh
      - "-c"
      - sleep 5
TerminationGracePeriodSeconds: 30
Cpu: %d
Memory: %d
Replicas: 1
TriggerConfig:
  type: time
  config: "%d %d * * ?"
  timezone: GMT+8:00
Suspend: false
ConcurrencyPolicy: Forbid
Timeout: %d
BackoffLimit: 3
Slice: false
Timezone: Asia/Shanghai
VpcId: vpc-2ze0i263cnn311nvj0001
VSwitchId: vsw-2ze559r1z1bpwqxwp0001
SecurityGroupId: sg-2zec69ngg2e49q5i0001
CustomHostAlias:
  - hostName: mysql.internal
    ip: "10.4.0.%d"
SlsConfigs:
  - logType: stdout
    logDir: ""
    projectName: sae-prod-logs
    logstoreName: job-%d
Tags:
  - Key: env
    Value: prod
  - Key: team
    Value: pay
`
