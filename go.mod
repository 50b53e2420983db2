module saejob

go 1.26.0
