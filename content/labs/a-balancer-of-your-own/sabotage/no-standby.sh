# fails: ready-for-the-next
# instead of the solution
# Leaves lb-1 as it is: now lb-2 is the only one.
LB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=lb-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=lb-front --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
BALANCERS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=balancers --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 detach-network-interface --attachment-id $PLUG
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $LB_2 --device-index 1 && sleep 5
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --source-group $BALANCERS
aws ec2 revoke-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.11/32
