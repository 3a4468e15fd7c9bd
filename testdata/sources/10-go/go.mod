module moida.example/server

go 1.26

// require github.com/mixpanel/mixpanel-go v1.2.1
require github.com/getsentry/sentry-go v0.29.0

require (
	github.com/auth0/go-jwt-middleware/v2 v2.2.2
	github.com/aws/aws-sdk-go-v2 v1.32.0
	github.com/aws/aws-sdk-go-v2/service/s3 v1.65.0
	github.com/slack-go/slack v0.15.0
	github.com/stripe/stripe-go/v79 v79.12.0
)

require (
	github.com/DataDog/datadog-go/v5 v5.5.0 // indirect
	moida.example/shared v0.0.0
)

replace github.com/slack-go/slack => github.com/moida/slack v0.15.1

replace moida.example/shared => ../shared

exclude github.com/twilio/twilio-go v1.20.0
