# fails: answered
# instead of the solution
# Opens the database on the group of the hosts too: then it answers at every address.
DB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=card-db --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1
aws ec2 detach-network-interface --attachment-id $PLUG
aws ec2 wait network-interface-available --network-interface-ids $CARD
HOSTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=hosts --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $HOSTS --protocol tcp --port 5432 --cidr 10.0.0.0/16
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1 && sleep 5
aws ec2 start-instances --instance-ids $DB_1 && aws ec2 wait instance-running --instance-ids $DB_1
