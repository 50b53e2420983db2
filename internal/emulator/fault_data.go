package emulator

import "slices"

// dataFaults change which templates there are, or which are shown.
var dataFaults = []kind{
	{name: "wrong-appid", does: "DescribeJob answers with the Data of another template", action: "DescribeJob", keys: describes, before: mistake},
	{name: "gone", does: "the template is deleted when DescribeJob asks for it", action: "DescribeJob", keys: describes, permanent: true, before: remove},
	{name: "total", does: "TotalSize of ListJobs grows by one each time", action: "ListJobs", keys: some, list: (*list).grow},
	{name: "repeat", does: "the last template of a ListJobs page is replaced by its first", action: "ListJobs", keys: some, list: (*list).repeat},
	{name: "lose", does: "a ListJobs page lacks its last template", action: "ListJobs", keys: some, list: (*list).lose},
	{name: "shift", does: "the order of ListJobs shifts by one each time, so that pages overlap or miss templates", action: "ListJobs", keys: some, list: (*list).shift},
}

// grow adds n to TotalSize.
func (l *list) grow(n int) { l.TotalSize += n }

// repeat replaces the last template of the page by its first: the page is as long as
// it should be, and lacks one.
func (l *list) repeat(int) {
	if len(l.shown) > 0 {
		l.shown = slices.Clone(l.shown)
		l.shown[len(l.shown)-1] = l.shown[0]
	}
}

// lose removes the last template from the page.
func (l *list) lose(int) { l.shown = l.shown[:max(len(l.shown)-1, 0)] }

// shift shifts the order by n, and cuts the page again.
func (l *list) shift(n int) {
	if len(l.templates) > 0 {
		n %= len(l.templates)
		l.templates = slices.Concat(l.templates[n:], l.templates[:n])
		l.cut()
	}
}

// remove removes the template that a call asks for.
func remove(w *world, c *call) { w.store.remove(c.query.Get("AppId")) }

// mistake makes the answer that of another template: the next one, or one that is
// made up when there is no other.
func mistake(w *world, c *call) {
	templates, _ := w.store.all("")
	i := slices.IndexFunc(templates, func(t template) bool { return t.appID == c.query.Get("AppId") })
	switch {
	case i < 0: // not found, as without the fault
	case len(templates) == 1:
		c.instead = []byte(`{"AppId":"another","AppName":"another"}`)
	default:
		c.instead = templates[(i+1)%len(templates)].data
	}
}
