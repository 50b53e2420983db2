package emulator

import (
	"fmt"
	"slices"
	"strings"
)

// ParseFault reads a fault that is written KIND[:KEY=VALUE[,KEY=VALUE]...], as
// [FaultHelp] says. Its error says what is allowed.
func ParseFault(text string) (Fault, error) {
	name, rest, parts := strings.Cut(text, ":")
	f := Fault{Kind: name}
	k, err := kindOf(name)
	if err == nil && parts {
		err = f.read(k, rest)
	}
	if err == nil {
		f, err = f.complete()
	}
	if err != nil {
		return Fault{}, fmt.Errorf("fault %q: %w", text, err)
	}
	return f, nil
}

func (f *Fault) read(k kind, text string) error {
	var said []string
	for pair := range strings.SplitSeq(text, ",") {
		name, value, ok := strings.Cut(pair, "=")
		i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
		if _, takes := k.takes(name); i < 0 || !takes {
			return k.refuse(name)
		}
		if !ok {
			return fmt.Errorf("%s has no value; write %s=VALUE", name, name)
		}
		if slices.Contains(said, name) {
			return fmt.Errorf("%s is given twice", name)
		}
		said = append(said, name)
		if err := keys[i].read(f, value); err != nil {
			return err
		}
	}
	return nil
}

// complete refuses what the kind does not take, and fills in the defaults.
func (f Fault) complete() (Fault, error) {
	k, err := kindOf(f.Kind)
	if err != nil {
		return f, err
	}
	for _, key := range keys {
		if key.zero(f) {
			continue
		}
		if _, takes := k.takes(key.name); !takes {
			return f, k.refuse(key.name)
		}
		if !key.good(f) {
			return f, key.refuse(key.text(f))
		}
	}
	return f.filled(k), nil
}

func (f Fault) filled(k kind) Fault {
	for _, key := range keys {
		if value, _ := k.takes(key.name); value != "" && key.zero(f) {
			_ = key.read(&f, value) // a test reads them all
		}
	}
	return f
}

// String is what [ParseFault] reads; defaults are left out.
func (f Fault) String() string {
	plain, _ := Fault{Kind: f.Kind}.complete()
	var pairs []string
	for _, key := range keys {
		if !key.zero(f) && key.text(f) != key.text(plain) {
			pairs = append(pairs, key.name+"="+key.text(f))
		}
	}
	if len(pairs) == 0 {
		return f.Kind
	}
	return f.Kind + ":" + strings.Join(pairs, ",")
}
