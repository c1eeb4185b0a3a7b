-- Lines that no mail said yet are looked for every two seconds: of those alone who want mail.
create index route_told_waiting on route_told (member, number) where not mailed;

-- What one owner's feeds saw of an incident, where that is little of much.
create index route_seen_owner on route_seen (incident, owner, prefix);
