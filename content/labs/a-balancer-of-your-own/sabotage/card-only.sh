# fails: shop-answered ready-for-the-next
# instead of the solution
# Hands over the card and starts the old one, as for any server. Nobody asked who is behind.
LB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=lb-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
LB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=lb-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=lb-front --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
aws ec2 detach-network-interface --attachment-id $PLUG
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $LB_2 --device-index 1 && sleep 5
aws ec2 start-instances --instance-ids $LB_1 && aws ec2 wait instance-running --instance-ids $LB_1
