# fails: answered
# instead of the solution
# Thinks that the card needs the groups of its new server.
DB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=card-db --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1
aws ec2 detach-network-interface --attachment-id $PLUG
aws ec2 wait network-interface-available --network-interface-ids $CARD
HOSTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=hosts --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $CARD --groups $HOSTS
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1 && sleep 5
aws ec2 start-instances --instance-ids $DB_1 && aws ec2 wait instance-running --instance-ids $DB_1
