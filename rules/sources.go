package rules

// Pages that state what rules are about, beside [page].
const (
	// createPage is about the call that makes a template.
	createPage = "https://www.alibabacloud.com/help/en/sae/api-sae-2019-05-06-createjob"
	// timerPage is about the event source that starts a template on a schedule.
	timerPage = "https://help.aliyun.com/zh/eventbridge/user-guide/create-a-custom-event-source-of-the-time-trigger-type"
	// logPage is about the collection of logs, nasPage about mounts of NAS: SAE's
	// pages about its console, of 2021.
	logPage = "https://github.com/AlibabaCloudDocs/sae/blob/5ece1968b696f5f81a016d19c6b998fe8e8752b2/cn.zh-CN/%E5%BA%94%E7%94%A8%E9%83%A8%E7%BD%B2/%E8%AE%BE%E7%BD%AE%E6%97%A5%E5%BF%97%E6%94%B6%E9%9B%86.md"
	nasPage = "https://github.com/AlibabaCloudDocs/sae/blob/9ad43a1c94885ee6b094a8f0d488e11dc02f7ca6/cn.zh-CN/%E5%BA%94%E7%94%A8%E9%83%A8%E7%BD%B2/%E8%AE%BE%E7%BD%AENAS%E5%AD%98%E5%82%A8.md"
)
