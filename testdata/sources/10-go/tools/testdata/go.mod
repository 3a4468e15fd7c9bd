module x

require github.com/mixpanel/mixpanel-go v1.2.1
