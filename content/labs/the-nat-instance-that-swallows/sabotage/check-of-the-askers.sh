# fails: http-answered https-answered still-private
# instead of the solution
# Switches the check off on the servers that ask, not on the one that forwards.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=nat --query 'SecurityGroups[0].GroupId' --output text)
for NAME in app-1 app-2; do ID=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$NAME --query 'Reservations[0].Instances[0].InstanceId' --output text); aws ec2 modify-instance-attribute --instance-id $ID --no-source-dest-check; done
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 443 --cidr 10.0.1.0/24
