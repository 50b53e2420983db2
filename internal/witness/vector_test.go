package witness

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

// The witness itself is sound: it gives the signature that the specification
// prints (help.aliyun.com/document_detail/2593177.html).
func TestPublishedVector(t *testing.T) {
	const algorithm = "ACS3-HMAC-SHA256"
	payload := hex.EncodeToString(utils.Hash(nil, dara.String(algorithm)))
	request := dara.NewRequest()
	request.Method = dara.String("POST")
	request.Pathname = dara.String("/")
	request.Query = map[string]*string{
		"ImageId":  dara.String("win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
		"RegionId": dara.String("cn-shanghai"),
	}
	request.Headers = map[string]*string{
		"host":                  dara.String("ecs.cn-shanghai.aliyuncs.com"),
		"x-acs-action":          dara.String("RunInstances"),
		"x-acs-version":         dara.String("2014-05-26"),
		"x-acs-date":            dara.String("2023-10-26T10:22:32Z"),
		"x-acs-signature-nonce": dara.String("3156853299f313e23d1673dc12e1703d"),
		"x-acs-content-sha256":  dara.String(payload),
	}
	got := dara.StringValue(utils.GetAuthorization(request, dara.String(algorithm), dara.String(payload),
		dara.String("YourAccessKeyId"), dara.String("YourAccessKeySecret")))
	const want = "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
	if !strings.HasSuffix(got, want) {
		t.Errorf("got %s, want it to end in %s", got, want)
	}
}
