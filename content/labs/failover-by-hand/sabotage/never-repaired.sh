# fails: what-stays
# instead of the solution
# Leaves the failed server as it is.
DB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=db-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=card-db --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1
aws ec2 detach-network-interface --attachment-id $PLUG
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_2 --device-index 1 && sleep 5
