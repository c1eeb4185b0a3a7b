-- Programs that go by a client certificate: its SHA-256. Until it was shown with the secret once,
-- the row is found by the secret's hash; from then on by the certificate.
alter table api_token add column certificate text not null default '';
