WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)

# The primary interface stays, running and stopped.
ETH0=$(aws ec2 describe-network-interfaces \
  --filters Name=attachment.instance-id,Values=$WEB_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 stop-instances --instance-ids $WEB_1
aws ec2 wait instance-stopped --instance-ids $WEB_1
! aws ec2 detach-network-interface --attachment-id $ETH0

# Another one moves, and its addresses with it.
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
ATTACHMENT=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1 \
  --query AttachmentId --output text)
aws ec2 describe-network-interfaces --network-interface-ids $ENI --query 'NetworkInterfaces[0].[PrivateIpAddress,MacAddress]'
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_2 --device-index 1
aws ec2 describe-network-interfaces --network-interface-ids $ENI --query 'NetworkInterfaces[0].[PrivateIpAddress,MacAddress]'
