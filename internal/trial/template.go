package trial

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"
)

// Template returns what DescribeJob answers for the template number i, in a
// version: the file of it is job-NNN.yaml.
func Template(i int, version string) string {
	return fmt.Sprintf(`{"AppId": "id-%03d", "AppName": "job-%03d", "RegionId": "cn-beijing", "NamespaceId": "cn-beijing:prod",
		"PackageType": "PhpZip", "Cpu": 500, "Memory": 1024, "Replicas": 1, "AppDescription": %q, "PhpConfig": %q}`,
		i, i, version, strings.Repeat(version+" = 1\n", 200))
}

// Templates returns n of them as files.
func Templates(n int, version string) fs.FS {
	files := fstest.MapFS{}
	for i := range n {
		files[fmt.Sprintf("%03d.json", i)] = &fstest.MapFile{Data: []byte(Template(i, version))}
	}
	return files
}
