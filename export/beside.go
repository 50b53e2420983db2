package export

// lookBeside finds the files that tell of templates which were not listed: a template
// whose name one of those has too stands apart from it, wherever its file is.
func (p *placer) lookBeside(l *Listing) {
	for _, files := range p.files.byID {
		for _, f := range files {
			known := p.listed[f.id.AppID] > 0 || f.trouble != nil || f.path == p.plain(f.id)
			// In one directory stand the templates of the namespace that was asked for.
			if known || l.Flat && (len(l.Answers) == 0 || !sameNamespace(l.Answers[0].Identity, f.id)) {
				continue
			}
			place := fold(p.plain(f.id))
			p.beside[place] = append(p.beside[place], f)
		}
	}
}

// isBeside reports whether another template belongs at a place, though its file stands
// elsewhere. One of which that is not known counts: no file is written over for it.
func (p *placer) isBeside(place string) bool {
	for _, f := range p.beside[fold(place)] {
		if gone, err := p.gone(f.id.AppID); err != nil || !gone {
			return true
		}
	}
	return false
}
