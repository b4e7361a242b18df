# fails: reports-answered guards-in-place
# instead of the solution
# Opens the group of those who ask for answers. They remember their questions; it is fw-1 that does not know them.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$SHOP_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ETH1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=clients --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ETH1
aws ec2 delete-network-interface --network-interface-id $ETH1
aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.11
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 1024-65535 --cidr 10.0.1.0/24
