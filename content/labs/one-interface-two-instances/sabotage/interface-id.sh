# fails: primary-stays
# instead of the solution
# Is refused twice, but for the wrong id: an interface's instead of its attachment's.
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 stop-instances --instance-ids $WEB_1
aws ec2 wait instance-stopped --instance-ids $WEB_1
! aws ec2 detach-network-interface --attachment-id $ETH0
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --query NetworkInterface.NetworkInterfaceId --output text)
ATTACHMENT=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1 --query AttachmentId --output text)
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_2 --device-index 1
